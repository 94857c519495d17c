import type { Tx } from '@stazhirovka/db';
import type { Paper } from '@stazhirovka/domain/documents';
import { preparationFaults, type AgreementKind, type AgreementWording } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { sourceHashOf } from '../../../shell/source-hash.ts';
import { issueDocument } from '../../documents/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { grantingAct } from '../../sites/index.ts';
import { enterToWork, rulesFor, type EnteredSite } from '../../staff/index.ts';
import { networkPaper, operatorPaper, type Parties, type Partner } from '../paper.ts';
import * as queries from '../queries.ts';
import * as store from '../store.ts';

type Term = { from: string; lastDay: string | null; wording: AgreementWording };
export type Preparation = Term &
	(
		| { kind: 'agreement_operator' }
		| {
				kind: 'agreement_network';
				partnerId: string | null;
				programmeVersionId: string | null;
				parts: string[];
				issuer: 'base' | 'participant';
		  }
	);

type Made = { partner: Partner; paper: (registered: { number: string | null; day: string }) => Paper };

const TITLES: Record<AgreementKind, string> = {
	agreement_operator: 'Договор о сотрудничестве площадки и оператора',
	agreement_network: 'Договор о сетевой форме'
};

/**
 * Makes an agreement out from what is known (R19, R158, X22). The same once more is the one that stands; another one,
 * while nobody has signed, is a new document in the place of the last. Answers with the agreement's id.
 */
export async function prepareAgreement(ctx: Ctx, siteId: string, given: Preparation): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const site = await enterToWork(tx, ctx, siteId, ['leader', 'keeper']);
		const { partner, paper } = await make(tx, site, given);
		const { kind, from: fromDay, lastDay } = given;
		const day = site.today;

		const paperHash = sourceHashOf(paper({ number: null, day }));
		const last = await store.lockUnsigned(tx, { siteId, kind, partnerId: partner.id });
		if (last?.paperHash === paperHash) return last.id;

		const { id: documentId, number } = await issueDocument(tx, ctx, {
			...{ kind, title: `${TITLES[kind]}: ${partner.title}`, dated: day, numbered: true },
			place: { regionId: site.regionId, siteId },
			paper: (number) => paper({ number, day }),
			replacesId: last?.documentId ?? null
		});
		const values = { documentId, paperHash, fromDay, lastDay };
		if (last) await store.changePrepared(tx, last.id, values);
		const made = {
			siteId,
			kind,
			partnerId: partner.id,
			preparedBy: ctx.actor.personId,
			createdAt: ctx.now()
		};
		const id = last?.id ?? (await store.insertPrepared(tx, { ...values, ...made })) ?? conflict('agreement');
		await record(tx, ctx, 'agreement.prepared', { id }, { siteId, kind, number, documentId });
		return id;
	});
}

async function make(tx: Tx, site: EnteredSite, given: Preparation): Promise<Made> {
	const both = (await queries.parties(tx, site.id)) ?? missing('site');
	return given.kind === 'agreement_operator'
		? withOperator(tx, site, both, given)
		: withMember(tx, site, both, given);
}

async function withOperator(tx: Tx, site: EnteredSite, both: Parties, term: Term): Promise<Made> {
	const { operator } = both;
	const none = { programmeKnown: true, parts: { chosen: 0, known: 0, all: 0 } };
	stop({ kind: 'agreement_operator', ...term, ...none, partnerKnown: operator !== null });
	const partner = operator ?? missing('organisation');
	const { profile } = await rulesFor(tx, site);
	const act = await grantingAct(tx, site.id);
	return { partner, paper: (registered) => operatorPaper(both, partner, { profile, act, term }, registered) };
}

async function withMember(
	tx: Tx,
	site: EnteredSite,
	both: Parties,
	given: Extract<Preparation, { kind: 'agreement_network' }>
): Promise<Made> {
	const members = await queries.membersBesideLead(tx, site.id);
	const member = members.find(({ id }) => id === given.partnerId);
	const version = (await queries.publishedOf(tx, site.id)).find(({ id }) => id === given.programmeVersionId);
	const programme = version ? await loadProgramme(tx, version.id) : null;
	const modules = programme?.document.modules ?? [];
	const known = modules.filter(({ key }) => given.parts.includes(key)).length;
	stop({
		...given,
		partnerKnown: member !== undefined,
		programmeKnown: programme !== null,
		parts: { chosen: given.parts.length, known, all: modules.length }
	});
	const partner = member ?? missing('organisation');
	const shared = { ...given, programme: programme ?? missing('programme'), term: given };
	return { partner, paper: (registered) => networkPaper(both, partner, shared, registered) };
}

function stop(given: Parameters<typeof preparationFaults>[0]): void {
	const faults = preparationFaults(given);
	if (faults.length) faulty('agreement.faulty', { faults });
}
