export { exampleMarks, type ExampleMarks } from './grades.ts';
export { guardCalibration } from './standing.ts';
