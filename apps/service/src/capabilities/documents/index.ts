export { issueDocument, type Issue } from './commands/issue-document.ts';
export type { PrintedCompletion, PrintedDay } from './printed.ts';
export { qrCode } from './qr-code.ts';
export { fileName, listDocuments } from './reading.ts';
export { render, renderPaper, renderPdf, renderWord, UnprintableText } from './render.ts';
