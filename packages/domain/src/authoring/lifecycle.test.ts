import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	DRAFT_MOVES,
	DRAFT_STATES,
	isWritten,
	moveDraft,
	movesOf,
	stepsAhead,
	stepsOf,
	waitsForAgreement,
	type DraftMove,
	type DraftState
} from './lifecycle.ts';

const none = stepsOf(null);
const approved = stepsOf({ approved_by: 'руководитель', agreed_with: null });
const agreed = stepsOf({ agreed_with: 'муниципальный орган' });
const both = stepsOf({ approved_by: 'руководитель', agreed_with: 'муниципальный орган' });

test('R41: the steps of a regulation stand in the order in which they are made', () => {
	expect([none, approved, agreed, both].map((steps) => steps.map(({ kind }) => kind))).toEqual([
		[],
		['approval'],
		['agreement'],
		['approval', 'agreement']
	]);
});

/** From each state the moves that may be made and where they lead. */
const table = (steps: typeof both) =>
	Object.fromEntries(
		DRAFT_STATES.map((state) => [
			state,
			Object.fromEntries(
				movesOf(steps, state).map((move) => {
					const to = moveDraft(steps, state, move);
					return [move, to.ok && to.value];
				})
			)
		])
	);
const BACK = { recall: 'draft', return: 'returned' };

test('R41: where nothing is demanded a checked programme is published', () => {
	expect(table(none)).toEqual({
		draft: { send: 'checked' },
		returned: { send: 'checked' },
		checked: { ...BACK, publish: 'published' },
		approved: { ...BACK, publish: 'published' },
		agreed: { ...BACK, publish: 'published' },
		published: {}
	});
});

test('R41: where both are demanded it is approved, then agreed, then published', () => {
	expect(table(both)).toEqual({
		draft: { send: 'checked' },
		returned: { send: 'checked' },
		checked: { ...BACK, approve: 'approved' },
		approved: { ...BACK, agree: 'agreed' },
		agreed: { ...BACK, publish: 'published' },
		published: {}
	});
});

test('one step alone is waited for alone', () => {
	expect(table(approved).checked).toEqual({ ...BACK, approve: 'approved' });
	expect(table(approved).approved).toEqual({ ...BACK, publish: 'published' });
	expect(table(agreed).checked).toEqual({ ...BACK, agree: 'agreed' });
	expect([waitsForAgreement(both, 'checked'), waitsForAgreement(both, 'approved')]).toEqual([false, true]);
});

test('R121: whatever is tried, a published programme stays published, and nothing is published past a step', () => {
	const moves = fc.array(fc.constantFrom<DraftMove>(...DRAFT_MOVES), { maxLength: 30 });
	fc.assert(
		fc.property(fc.constantFrom(none, approved, agreed, both), moves, (steps, tried) => {
			let state: DraftState = 'draft';
			const said = new Set<string>();
			for (const move of tried) {
				const to = moveDraft(steps, state, move);
				if (!to.ok) continue;
				expect(state).not.toBe('published');
				if (move === 'publish') {
					expect(stepsAhead(steps, state)).toEqual([]);
					expect(steps.every(({ kind }) => said.has(kind))).toBe(true);
				}
				state = to.value;
				if (isWritten(state)) said.clear();
				if (move === 'approve') said.add('approval');
				if (move === 'agree') said.add('agreement');
			}
		})
	);
});
