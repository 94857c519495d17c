export * from './document.ts';
export * from './rules.ts';
export { formsOf } from './cards/forms-of.ts';
export { openedCards } from './cards/opened.ts';
export { check, checkSound } from './checking/check.ts';
export { HOURS_OF_UDOSTOVERENIE, type HoursOfUdostoverenie } from './checking/document-kind.ts';
export { compile, type CompiledProgramme, type FaultyProgramme } from './compile.ts';
export { hasErrors, type Finding, type FindingCode } from './finding.ts';
export { readRules } from './reading/read-rules.ts';
