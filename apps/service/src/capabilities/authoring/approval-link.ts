import type { getApprovalPage } from '@stazhirovka/contract/authoring';
import type { Output } from '@stazhirovka/contract/endpoint';
import type { Database, Tx } from '@stazhirovka/db';
import type { DraftState, Step } from '@stazhirovka/domain/authoring';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import type { PrintedFile } from '../documents/index.ts';
import * as programmes from '../programmes/index.ts';
import { findSite, type SiteFacts } from '../sites/index.ts';
import { versionOfLink } from './approval-link-store.ts';
import { printFrozen } from './printing.ts';
import { versionHead, type VersionHead } from './queries.ts';

type Reader = Pick<Deps, 'db' | 'now'>;
type Approvals = Awaited<ReturnType<typeof programmes.approvalsOf>>;

export type LinkedVersion = {
	version: VersionHead;
	site: SiteFacts & { today: string };
	steps: Step[];
	approvals: Approvals;
	state: DraftState;
};

/** The version behind a one-time link, which nobody else moves meanwhile; a link replaced while it waited leads nowhere. */
export async function enterByLink(tx: Tx, { now }: Pick<Deps, 'now'>, token: string): Promise<LinkedVersion> {
	const id = (await versionOfLink(tx, token, now())) ?? missing('approval');
	await programmes.lockVersion(tx, id);
	if ((await versionOfLink(tx, token, now())) !== id) missing('approval');
	return linkedVersion(tx, { now }, id);
}

/** The same to be read, as it is now. */
async function readByLink({ db, now }: Reader, token: string): Promise<LinkedVersion> {
	return linkedVersion(db, { now }, (await versionOfLink(db, token, now())) ?? missing('approval'));
}

async function linkedVersion(
	db: Database | Tx,
	{ now }: Pick<Deps, 'now'>,
	id: string
): Promise<LinkedVersion> {
	const version = (await versionHead(db, id)) ?? missing('approval');
	const found = (await findSite(db, version.siteId)) ?? missing('approval');
	const site = { ...found, today: localDay(now(), found.timeZone) };
	const [steps, approvals] = await Promise.all([
		programmes.stepsAt(db, { now }, site),
		programmes.approvalsOf(db, id)
	]);
	return { version, site, steps, approvals, state: programmes.stateOfVersion(version, approvals) };
}

/** What the head reads before the word is given, and after it. */
export async function readApprovalPage(
	{ db, now }: Reader,
	token: string
): Promise<Output<typeof getApprovalPage>> {
	const { version, site, steps, approvals } = await readByLink({ db, now }, token);
	const { document } = await programmes.loadProgramme(db, version.id);
	const said = approvals.find(({ kind }) => kind === 'approval');
	return {
		...{ title: version.title, hours: document.hours_total, site: site.title },
		by: steps.find(({ kind }) => kind === 'approval')?.by ?? '',
		done: said ? { name: said.name, position: said.position, on: said.onDay } : null
	};
}

/** The programme itself, to be read before it is approved. */
export async function printForApproval({ db, now }: Reader, token: string): Promise<PrintedFile> {
	const { version, site } = await readByLink({ db, now }, token);
	return printFrozen({ db, now }, { version, site }, 'pdf');
}
