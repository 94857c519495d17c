import { membersOn } from '@stazhirovka/domain/councils';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterExpertise } from '../access.ts';
import { today } from '../../../shell/today.ts';
import { applicationFacts } from '../queries.ts';
import { assignmentsOf, dropPreview, insertAssignments } from '../reviews-store.ts';
import { stancesOf } from '../stances.ts';
import { changeWanted, lockCouncil, membersOf } from '../store.ts';

/**
 * Chooses the reviewers of one application by hand: as many as are chosen are wanted then. Nobody who is in conflict or
 * has not declared can be chosen. `seen`: who was assigned when the choice was made; on top of another assignment
 * nothing is chosen. Answers with the council's id.
 */
export async function changeAssignment(
	ctx: Ctx,
	{ id, personIds, seen }: { id: string; personIds: string[]; seen: string[] }
): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { expertise, council } = await enterExpertise(tx, ctx, id);
		await lockCouncil(tx, council.id);
		const held = await assignmentsOf(tx, [id]);
		if (expertise.finishedAt) fail('refused', 'expertise.finished');
		if (held.some(({ releasedAt }) => releasedAt)) fail('refused', 'assignment.released_already');
		const now = held.map(({ personId }) => personId);
		if (!isDeepStrictEqual(now.toSorted(), [...new Set(seen)].toSorted())) conflict('expertise');

		const chosen = [...new Set(personIds)];
		if (chosen.length === 0) faulty('assignment.nobody_chosen', { field: 'personIds' });
		const sitting = membersOn(await membersOf(tx, council.id), today(ctx.now));
		const facts = (await applicationFacts(tx, [expertise.applicationId])).get(expertise.applicationId);
		const stances = await stancesOf(tx, chosen, [facts ?? missing('application')]);
		const wrong = chosen.find(
			(personId) =>
				!sitting.some((member) => member.personId === personId) ||
				stances(personId, expertise.applicationId).standing !== 'free'
		);
		if (wrong) faulty('assignment.not_free', { field: 'personIds', personId: wrong });

		await dropPreview(tx, [id]);
		await insertAssignments(
			tx,
			chosen.map((personId) => ({ expertiseId: id, personId }))
		);
		await changeWanted(tx, id, chosen.length);
		await record(tx, ctx, 'expertise.assigned_by_hand', { id }, { people: chosen });
		return council.id;
	});
}
