import type { Database, Tx } from '@stazhirovka/db';
import { stepsOf, type Step } from '@stazhirovka/domain/authoring';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { rulesOn } from '../regulations/index.ts';
import type { SiteFacts } from '../sites/index.ts';

/** What the regulation of a site demands today before a programme of it is published; without a regulation nothing. */
export async function stepsAt(
	db: Database | Tx,
	{ now }: Pick<Ctx, 'now'>,
	{ regulationKey, timeZone }: Pick<SiteFacts, 'regulationKey' | 'timeZone'>
): Promise<Step[]> {
	const rules = await rulesOn(db, regulationKey, localDay(now(), timeZone));
	return stepsOf(rules?.profile.programme_structure);
}
