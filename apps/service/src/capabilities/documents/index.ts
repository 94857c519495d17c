export type { PrintedCompletion, PrintedDay } from './printed.ts';
export { qrCode } from './qr-code.ts';
export { render, renderPaper, renderPdf, renderWord, UnprintableText, type Rendered } from './render.ts';
