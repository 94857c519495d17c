import { applications, councils } from '@stazhirovka/db/seeds';
import type { CouncilRole } from '@stazhirovka/domain/councils';
import type { Act } from '@stazhirovka/domain/regulations';
import type { SheetKind } from '@stazhirovka/domain/sites';
import { beginExpertise } from '../capabilities/councils/commands/begin-expertise.ts';
import { changeCouncilTerms } from '../capabilities/councils/commands/change-terms.ts';
import { composeCouncil } from '../capabilities/councils/commands/compose-council.ts';
import { acceptApplication } from '../capabilities/sites/applications/commands/accept-application.ts';
import { beginApplication } from '../capabilities/sites/applications/commands/begin-application.ts';
import { saveSheet } from '../capabilities/sites/applications/commands/save-sheet.ts';
import { submitApplication } from '../capabilities/sites/applications/commands/submit-application.ts';
import type { Ctx } from '../shell/context.ts';
import { AppError } from '../shell/errors.ts';
import * as store from './store.ts';

type Council = (typeof councils)[number];
type Application = (typeof applications)[number];
type Region = {
	/** Whoever keeps the region. */
	coordinator: Ctx;
	acting: (personKey: string) => Ctx;
	personId: (personKey: string) => string;
};

/**
 * A council by an act, and an application that waits for what its members say: whoever looks round can try an expertise
 * from its first step. What an earlier start has done stays.
 */
export async function openExpertise(region: Region): Promise<void> {
	for (const council of councils) await compose(region, council);
	for (const application of applications) await apply(region, application);
}

async function compose({ coordinator, personId }: Region, council: Council): Promise<void> {
	const { title, act, members, criteria, threshold, regulation } = council;
	const regulationId = await store.regulationId(coordinator.db, regulation);
	const found = await store.findCouncil(coordinator.db, title);
	const { date: signedOn, by: issuer, ...paper } = act;
	const id =
		found?.id ??
		(await composeCouncil(coordinator, {
			...{ regulationId, title },
			act: { ...paper, signedOn, issuer, kind: paper.kind as Act },
			members: members.map(({ person, role }) => ({
				who: { personId: personId(person) },
				role: role as CouncilRole
			}))
		}));
	if (found?.revision) return;

	const terms = {
		quorum: 'more_than_half',
		majority: 'of_votes',
		rule: 'majority',
		castingVote: true
	} as const;
	const own = { criteria, threshold, perApplication: council.per_application };
	await changeCouncilTerms(coordinator, { id, revision: 0, ...terms, ...own });
}

async function apply({ coordinator, acting }: Region, seed: Application): Promise<void> {
	const { title, theme, regulation } = seed;
	const { db } = coordinator;
	const author = acting(seed.author);
	const id =
		(await store.findApplication(db, title))?.id ??
		(await beginApplication(author, { regulation, title, theme, siteId: null }));
	const standing = async () => (await store.findApplication(db, title)) ?? { state: 'draft', revision: 0 };

	if ((await standing()).state === 'draft') {
		for (const [sheet, answer] of Object.entries(seed.sheets))
			await saveSheet(author, { id, sheet: sheet as SheetKind, revision: 0, answer }).catch(filledAlready);
		await submitApplication(author, { id, revision: (await standing()).revision });
	}
	const { state, revision } = await standing();
	if (state === 'submitted') await acceptApplication(coordinator, { id, revision });
	if ((await standing()).state !== 'complete') return;

	const name = councils.find(({ key }) => key === seed.council)?.title ?? '';
	const council = await store.findCouncil(db, name);
	await beginExpertise(coordinator, { id: council?.id ?? '', applicationIds: [id] });
}

/** An earlier start, cut off before its end, has filled this sheet. */
function filledAlready(error: unknown): void {
	if (!(error instanceof AppError && error.problem.code === 'form.changed_elsewhere')) throw error;
}
