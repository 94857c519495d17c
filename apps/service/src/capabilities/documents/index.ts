export type { PrintedCompletion, PrintedDay } from './printed.ts';
export { qrCode } from './qr-code.ts';
export { render, UnprintableText } from './render.ts';
