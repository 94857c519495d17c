import { programmeFile } from '@stazhirovka/contract/programmes';
import { programmePaper } from '@stazhirovka/domain/authoring';
import { shortName } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { cityOf, fileName, printPaper, type PrintedFile, type PrintFormat } from '../documents/index.ts';
import { approvalsOf, loadProgramme, stepsAt } from '../programmes/index.ts';
import { rulesOn } from '../regulations/index.ts';
import { enterInnerSite, type EnteredSite } from '../staff/index.ts';
import { enterDraft } from './access.ts';
import { documentOf } from './document.ts';
import { partsOf } from './draft-store.ts';
import { institutionOfSite, signatory, versionHead, type VersionHead } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Approvals = Awaited<ReturnType<typeof approvalsOf>>;

/** A draft as one JSON file: equal drafts give equal bytes (X24). */
export async function draftFile(ctx: Reader, id: string): Promise<PrintedFile> {
	const { draft } = await enterDraft(ctx.db, ctx, id);
	return jsonFile(draft.key, documentOf(await partsOf(ctx.db, id)));
}

/** A version as one JSON file. */
export async function versionFile(ctx: Reader, id: string): Promise<PrintedFile> {
	const { version } = await enterSeenVersion(ctx, id);
	return jsonFile(version.key, (await loadProgramme(ctx.db, id)).document);
}

/** A draft on paper in the structure of the regulation of its site (R51): to be read and discussed. */
export async function printDraft(ctx: Reader, id: string, format: PrintFormat): Promise<PrintedFile> {
	const { site, approvals, draft } = await enterDraft(ctx.db, ctx, id);
	const document = documentOf(await partsOf(ctx.db, id));
	return print(ctx, { site, document, approvals, leaderId: draft.createdBy }, format);
}

/** A version on paper, with what was said to it. */
export async function printVersion(ctx: Reader, id: string, format: PrintFormat): Promise<PrintedFile> {
	return printFrozen(ctx, await enterSeenVersion(ctx, id), format);
}

/** The same for whoever has entered it already. */
export async function printFrozen(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ version, site }: { version: VersionHead; site: Printed['site'] },
	format: PrintFormat
): Promise<PrintedFile> {
	const { document } = await loadProgramme(ctx.db, version.id);
	const approvals = await approvalsOf(ctx.db, version.id);
	return print(ctx, { site, document, approvals, leaderId: version.importedBy }, format);
}

type PrintedSite = Pick<EnteredSite, 'id' | 'title' | 'regulationKey' | 'timeZone' | 'today'>;
type Printed = { site: PrintedSite; document: object; approvals: Approvals; leaderId: string | null };

async function print(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ site, document, approvals, leaderId }: Printed,
	format: PrintFormat
): Promise<PrintedFile> {
	const [rules, institution, steps, leader] = await Promise.all([
		rulesOn(ctx.db, site.regulationKey, site.today),
		institutionOfSite(ctx.db, site.id),
		stepsAt(ctx.db, ctx, site),
		leaderId ? signatory(ctx.db, leaderId) : undefined
	]);
	const paper = programmePaper({
		...{ document: { ...document }, steps, site: site.title, year: site.today.slice(0, 4) },
		structure: rules?.profile.programme_structure ?? null,
		organisation: institution?.title ?? '',
		city: cityOf(institution?.address ?? null),
		leader: leader ? shortName(leader) : null,
		approvals: approvals.map(({ kind, name, position, onDay }) => ({ kind, name, position, on: onDay }))
	});
	return printPaper(paper, [paper.title], format);
}

/** A version of a site in which the reader leads or agrees; elsewhere there is none. */
async function enterSeenVersion(
	ctx: Reader,
	id: string
): Promise<{ version: VersionHead; site: EnteredSite }> {
	const version = (await versionHead(ctx.db, id)) ?? missing('programme');
	const site = await enterInnerSite(ctx.db, ctx, version.siteId, 'programme');
	const seen = site.as.some((part) => part !== 'staff');
	return seen ? { version, site } : missing('programme');
}

function jsonFile(key: string, document: object): PrintedFile {
	const bytes = Buffer.from(programmeFile(document));
	return { name: fileName([key], 'json'), mime: 'application/json', bytes };
}
