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

/** The version behind a one-time link; `alone`: nobody else moves it meanwhile. Else it is not there. */
export async function enterByLink(
	db: Database | Tx,
	{ now }: Pick<Deps, 'now'>,
	token: string,
	{ alone = false } = {}
): Promise<LinkedVersion> {
	const id = (await versionOfLink(db, token, now())) ?? missing('approval');
	if (alone) await programmes.lockVersion(db as Tx, id);
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
	const { version, site, steps, approvals } = await enterByLink(db, { now }, token);
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
	const { version, site } = await enterByLink(db, { now }, token);
	return printFrozen({ db, now }, { version, site }, 'pdf');
}
