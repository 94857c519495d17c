export { documentIn, TooLarge } from './template/archive.ts';
export { childrenOf } from './template/elements.ts';
export { cellsOf, openWorkbook } from './template/workbook.ts';
