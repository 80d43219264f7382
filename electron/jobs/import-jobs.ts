import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportResult } from '#data/api.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { Converter } from './converter.ts';
import type { JobHandle, Jobs } from './jobs.ts';
