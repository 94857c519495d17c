import type { Database, Tx } from '@stazhirovka/db';
import { mayKeepRules } from '@stazhirovka/domain/accounts';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, missing } from '../../../shell/errors.ts';
import { mayReview } from '../../councils/index.ts';
import { today } from '../../../shell/today.ts';
import { rulesOf, type Rules } from '../../regulations/index.ts';
import { findApplication, lockApplication, type ApplicationRow } from './store.ts';
import { asTold, newsFor, type Told } from './told.ts';

/** What somebody is to an application: who began it, who keeps the register of its region, who reviews it. */
export type ApplicationRelation = 'author' | 'keeper' | 'reviewer';

/** An application with the rules that it is judged by, the relations that hold, and what who entered knows of it. */
export type ApplicationFacts = ApplicationRow & { rules: Rules; as: ApplicationRelation[]; told: Told };

type Asking = Pick<Ctx, 'actor' | 'now'>;

/**
 * The one door to an application. Whoever stands in none of the relations asked for gets the answer of a thing that
 * does not exist. What was never handed in is its author's alone.
 */
export async function enterApplication(
	db: Database | Tx,
	{ actor, now }: Asking,
	id: string,
	...relations: ApplicationRelation[]
): Promise<ApplicationFacts> {
	const row = (await findApplication(db, id)) ?? missing('application');
	const shown = row.direct || row.submittedAt !== null;
	const holding: Record<ApplicationRelation, boolean> = {
		author: row.createdBy === actor.personId,
		keeper: shown && mayKeepRules(actor.grants, row.regionId),
		reviewer: shown && relations.includes('reviewer') && (await mayReview(db, actor.personId, id, today(now)))
	};
	const as = relations.filter((relation) => holding[relation]);
	if (as.length === 0) missing('application');

	const rules = (await rulesOf(db, row.regulationVersionId)) ?? missing('regulation');
	const decides = as.includes('keeper') || as.includes('reviewer');
	return { ...row, rules, as, told: asTold(row, decides ? undefined : await newsFor(db, id)) };
}

/** The same door to something that will be changed: whoever changes the same application waits. */
export async function enterForChange(
	tx: Tx,
	ctx: Asking,
	id: string,
	...relations: ApplicationRelation[]
): Promise<ApplicationFacts> {
	await lockApplication(tx, id);
	return enterApplication(tx, ctx, id, ...relations);
}

/** The same for a move, which is made on what was seen: who comes second is told what has become of it. */
export async function enterForMove(
	tx: Tx,
	ctx: Asking,
	{ id, revision }: { id: string; revision: number },
	...relations: ApplicationRelation[]
): Promise<ApplicationFacts> {
	const application = await enterForChange(tx, ctx, id, ...relations);
	const { state, reason } = application.told;
	return application.revision === revision ? application : conflict('application', { state, reason });
}

/** Sheets and the site are written by the author until they are handed in, and again once they came back. */
export function allowWriting({ state }: Pick<ApplicationRow, 'state'>): void {
	if (!isOpen(state)) fail('refused', 'form.submitted');
}

export function isOpen(state: ApplicationRow['state']): boolean {
	return state === 'draft' || state === 'returned';
}
