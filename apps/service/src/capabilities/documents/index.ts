export { issueDocument, type Issue } from './commands/issue-document.ts';
export { cityOf, headOf, institutionOf } from './institution.ts';
export type { PrintedCompletion, PrintedDay } from './printed.ts';
export { qrCode } from './qr-code.ts';
export { documentNaming, documentsNaming, standingOfCohort } from './queries.ts';
export { fileName } from './file-name.ts';
export { printPaper, type PrintedFile, type PrintFormat } from './printing.ts';
export { listDocuments } from './reading.ts';
export { render, renderPaper, renderPdf, renderWord, UnprintableText } from './render.ts';
