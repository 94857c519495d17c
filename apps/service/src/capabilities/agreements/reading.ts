import type { SiteAgreements } from '@stazhirovka/contract/agreements';
import { agreementState } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { listDocuments } from '../documents/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { enterInnerSite, isActive, rulesFor } from '../staff/index.ts';
import { reportDueBy } from './paper.ts';
import * as queries from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Agreements of a site that were made out here: for who leads it or keeps the region's register. */
export async function readAgreements(ctx: Reader, siteId: string): Promise<SiteAgreements> {
	const { db } = ctx;
	const site = await enterInnerSite(db, ctx, siteId);
	if (!site.as.includes('leader') && !site.as.includes('keeper')) missing('site');
	const [rules, both, members, versions, rows, active] = await Promise.all([
		rulesFor(db, site),
		queries.parties(db, siteId),
		queries.membersBesideLead(db, siteId),
		queries.publishedOf(db, siteId),
		queries.agreementsPrepared(db, siteId),
		isActive(ctx, site)
	]);
	const documents = rows.length ? await listDocuments(ctx, { ids: rows.map((row) => row.documentId) }) : [];
	const programmes = await Promise.all(versions.map(({ id }) => loadProgramme(db, id)));
	const { operator, network_form: network } = rules.profile;
	return {
		agreements: rows.map(({ documentId, ...row }) => ({
			...row,
			document: documents.find(({ id }) => id === documentId) ?? missing('document'),
			state: agreementState(row, site.today)
		})),
		operator: both?.operator ? { id: both.operator.id, title: both.operator.title } : null,
		members: members.map(({ id, title }) => ({ id, title })),
		programmes: programmes.map(({ versionId, document }) => ({
			...{ id: versionId, title: document.title },
			modules: document.modules.map(({ key, title, hours }) => ({ key, title, hours }))
		})),
		demands: [operator.basis, members.length ? network.text : null].flatMap((words) =>
			words ? [words] : []
		),
		reportDue: reportDueBy(rules.profile),
		today: site.today,
		can: { write: active }
	};
}
