import type { Tx } from '@stazhirovka/db';
import { compositionFaults, type CouncilRole } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { keptRegions } from '../../regulations/index.ts';
import { bringIn, enterComposition, findSomebody, type CompositionAct, type Somebody } from '../people.ts';
import { regulationsIn } from '../queries.ts';
import { insertCouncil } from '../store.ts';

type Composition = {
	regulationId: string;
	title: string;
	act: CompositionAct;
	members: { who: Somebody; role: CouncilRole }[];
};

/** Composes a council by an act (R27). Whoever is named becomes an expert of the region. Answers with the council's id. */
export async function composeCouncil(ctx: Ctx, given: Composition): Promise<string> {
	const kept = (await keptRegions(ctx.db, ctx.actor)).map(({ id }) => id);
	const regulation = (await regulationsIn(ctx.db, kept)).find(({ id }) => id === given.regulationId);
	const { regionId } = regulation ?? missing('regulation');

	return ctx.db.transaction(async (tx) => {
		const people = await findEverybody(tx, given.members);
		const from = given.act.signedOn;
		const faults = compositionFaults(
			people.map(({ personId, role }) => ({ personId, role, from, lastDay: null })),
			from
		);
		if (faults.length) faulty('council.faulty', { faults });

		const actId = await enterComposition(tx, ctx, regionId, given.act);
		const { regulationId, title } = given;
		const by = { composedBy: ctx.actor.personId, createdAt: ctx.now() };
		const id = await insertCouncil(tx, { regionId, regulationId, title, actId, ...by });
		await bringIn(tx, ctx, { councilId: id, regionId, from, people });
		await record(tx, ctx, 'council.composed', { id }, { title, actId, members: people });
		return id;
	});
}

/** Each address must be one of an account: what is not is told by its place. */
async function findEverybody(tx: Tx, members: Composition['members']) {
	const found = [];
	const faults = [];
	for (const [place, { who, role }] of members.entries()) {
		const personId = await findSomebody(tx, who);
		if (personId) found.push({ personId, role });
		else faults.push({ field: `members.${place}.who`, code: 'council.no_account' });
	}
	return faults.length ? faulty('council.faulty', { faults }) : found;
}
