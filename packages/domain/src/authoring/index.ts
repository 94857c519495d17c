export { difference, type Change } from './difference.ts';
export {
	DRAFT_STATES,
	isWritten,
	moveDraft,
	movesOf,
	STEP_KINDS,
	stepsAhead,
	stepsOf,
	waitsForAgreement,
	type DraftMove,
	type DraftState,
	type Step,
	type StepKind
} from './lifecycle.ts';
export { mergeParts, type PartMerge } from './merge.ts';
export { isFixedPart, PROGRAMME_PARTS, type ProgrammePart } from './parts.ts';
export { partOf } from './place.ts';
export { same } from './same.ts';
export type { ProgrammePaperFacts } from './paper/facts.ts';
export { programmePaper } from './paper/programme-paper.ts';
