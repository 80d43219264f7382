import { StubDesktop } from './stub-desktop.ts';

Object.defineProperty(window, 'desktop', { value: new StubDesktop() });
await import('../../../renderer/main.ts');
