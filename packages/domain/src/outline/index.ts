export { blankOf, blankRecord } from './blank.ts';
export { edited } from './edit.ts';
export { shapeOf } from './either.ts';
export type { Field, Fields, Json, JsonRecord, PartName, Path, RecordsField, ReferenceTo } from './field.ts';
export { isList, isRecord, recordsIn, textIn, valueAt } from './json.ts';
export { freshKey, keysWithin } from './keys.ts';
export { fieldAt, kindOfPlace, pathOf, placeOf } from './places.ts';
export { CHAPTERS, OUTLINE, type ChapterName } from './programme.ts';
export { referables, type Referable } from './references.ts';
