export { areWholeMarks, compareMarks, type Comparison } from './compare.ts';
export { exampleAnswer, exampleSheet, exampleWork, staffMarks } from './staff-sheet.ts';
export { changedCriteria } from './take-over.ts';
export { calibrationStanding, mayReview, MOST_EXAMPLES, type CalibrationStanding } from './standing.ts';
