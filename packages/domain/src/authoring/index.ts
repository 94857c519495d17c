export {
	DRAFT_STATES,
	isWritten,
	moveDraft,
	movesOf,
	STEP_KINDS,
	stepsAhead,
	stepsOf,
	type DraftMove,
	type DraftState,
	type Step,
	type StepKind
} from './lifecycle.ts';
export { FIXED_PARTS, isFixedPart, PROGRAMME_PARTS, type ProgrammePart } from './parts.ts';
