import { localDay } from '@stazhirovka/domain/calendar';
import type { Deps } from '../../../shell/context.ts';
import { AppError, missing } from '../../../shell/errors.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { documentOf } from '../document.ts';
import type { Finishing } from '../first.ts';
import { entryOf, type CertificateOrder, type Issuing } from '../keeping.ts';
import { documentFactsOf } from '../queries.ts';
import { registeredOf, reserveNumbers } from '../store.ts';
import { standing } from '../view.ts';
import * as queries from './queries.ts';
import * as store from './store.ts';

export type Job = Pick<Deps, 'db' | 'keysDir' | 'now' | 'origin'>;
type Found = { order: CertificateOrder } | { certificateId: string } | { refusal: AppError };
/** A document under its number; or the one that its holder has; or why there can be none. */
export type Numbered = { enrolmentId: string } & Found;
/** Documents of one batch that are printed and entered together. */
export type Chunk = { batchId: string; ctx: Issuing; finishing: Finishing; entries: Numbered[] };

/**
 * The next documents that nobody prints; null when none waits. Numbers follow the list. The law of the day of issue
 * decides the kind, not that of the day of preparing.
 */
export async function takeChunk(job: Job, most: number): Promise<Chunk | null> {
	const claimed = await store.claimEntries(job.db, job.now(), most);
	const [first] = claimed;
	if (!first) return null;
	const { batchId } = first;
	const ctx = await actingFor(job, batchId);
	const ids = claimed.map(({ enrolmentId }) => enrolmentId);

	return job.db.transaction(async (tx) => {
		const place = (await queries.finishing(tx, first.enrolmentId)) ?? missing('enrolment');
		const programme = await loadProgramme(tx, place.programmeVersionId);
		const facts = new Map((await documentFactsOf(tx, ids)).map((one) => [one.enrolmentId, one]));
		const registered = Map.groupBy(await registeredOf(tx, ids), ({ enrolmentId }) => enrolmentId);
		const issuedOn = localDay(job.now(), place.timeZone);
		const judge = ({ enrolmentId, words }: store.Claimed) => {
			const own = registered.get(enrolmentId) ?? [];
			const valid = standing(own);
			if (valid) return { certificateId: valid.id };
			if (own.length) return { refusal: new AppError('refused', 'certificate.revoked') };
			const { kind } = documentOf(programme, facts.get(enrolmentId) ?? missing('enrolment'), issuedOn);
			if (kind === words.kind) return null;
			return { refusal: new AppError('refused', 'certificate.kind_changed') };
		};
		const judged = claimed.map((one) => [one, judge(one)] as const);
		const open = judged.flatMap(([{ enrolmentId }, found]) => (found ? [] : [enrolmentId]));
		const wanted = { siteId: place.siteId, year: Number(issuedOn.slice(0, 4)), at: job.now() };
		const numbers = await reserveNumbers(tx, wanted, open);

		const entries = judged.map(([{ enrolmentId, words }, found]): Numbered => {
			if (found) return { enrolmentId, ...found };
			const number = numbers.get(enrolmentId) ?? missing('enrolment');
			const { token, issue } = entryOf(ctx, place.siteCode, issuedOn, number);
			return { enrolmentId, order: { number, token, snapshot: { ...issue, ...words } } };
		});
		return { batchId, ctx, finishing: place, entries };
	});
}

/** Whoever approved a batch has issued its documents. */
async function actingFor(job: Job, batchId: string): Promise<Issuing> {
	const { decidedBy } = (await store.findBatch(job.db, batchId)) ?? missing('batch');
	return { ...job, actor: { personId: decidedBy ?? missing('batch') } };
}
