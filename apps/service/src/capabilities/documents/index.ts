export { issueDocument, type Issue } from './commands/issue-document.ts';
export type { PrintedCompletion, PrintedDay } from './printed.ts';
export { qrCode } from './qr-code.ts';
export type { DocumentFilter } from './queries.ts';
export { documentFile, fileName, listDocuments } from './reading.ts';
export { render, renderPaper, renderPdf, renderWord, UnprintableText, type Rendered } from './render.ts';
