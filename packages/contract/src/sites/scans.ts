import { z } from 'zod';
import { FileInfo } from '../files/index.ts';
import { Id } from '../words.ts';

/** Pages of a scan in their order, by the ids of their files. */
export const ScanPages = z.array(Id).max(20);

/** A page as it is opened. */
export const ScanPage = FileInfo;
export type ScanPage = z.infer<typeof ScanPage>;
