import type { Tx } from '@stazhirovka/db';
import { membersOn, presiding } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../shell/context.ts';
import { today } from '../../shell/today.ts';
import { applicationFacts } from './queries.ts';
import { stancesOf } from './stances.ts';
import { membersOf, type ExpertiseRow } from './store.ts';

/** The chair, or the deputy, who is free of conflict in what an expertise is about; null when neither is. */
export async function presidingOver(
	tx: Tx,
	{ now }: Pick<Ctx, 'now'>,
	{ councilId, applicationId }: ExpertiseRow
): Promise<string | null> {
	const sitting = membersOn(await membersOf(tx, councilId), today(now));
	const personIds = sitting.map(({ personId }) => personId);
	const facts = await applicationFacts(tx, [applicationId]);
	const stances = await stancesOf(tx, personIds, [...facts.values()]);
	return presiding(sitting, (personId) => stances(personId, applicationId).standing === 'free');
}
