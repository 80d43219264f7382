import { z } from 'zod';

// Zod tries out whether it may make functions of strings. The content policy forbids it and reports
// every try; so this must come before any schema is made. Checks are rare in the window.
z.config({ jitless: true });
