import type { ProgrammeStep } from '@stazhirovka/contract/authoring';
import type { ProgrammeVersion } from '@stazhirovka/contract/programmes';
import { mayKeepRules, type Grant } from '@stazhirovka/domain/accounts';
import { moveDraft, movesOf, type DraftState, type Step } from '@stazhirovka/domain/authoring';
import { stateOfVersion, type ProgrammeApproval } from './approvals-store.ts';
import type { VersionFacts } from './queries.ts';

type About = { steps: readonly Step[]; approvals: readonly ProgrammeApproval[]; grants: readonly Grant[] };

/** Only those who lead the site ever see a version; what may be done follows from its state and what is demanded. */
export function toVersion(facts: VersionFacts, { steps, approvals, grants }: About): ProgrammeVersion {
	const { id, key, number, title, hours, site, importedAt, publishedAt, warnings, draftId, isMaster } = facts;
	const state = stateOfVersion(facts, approvals);
	const moves = movesOf(steps, state);
	const keeps = mayKeepRules(grants, facts.regionId);
	return {
		...{ id, key, number, title, hours, site, warnings, draftId, isMaster, state },
		importedAt: importedAt.toISOString(),
		publishedAt: publishedAt?.toISOString() ?? null,
		steps: toSteps(steps, approvals, { state, says: false, records: true }),
		can: {
			publish: moves.includes('publish'),
			openCohort: publishedAt !== null,
			recall: moves.includes('recall'),
			return: keeps && moves.includes('return'),
			continue: publishedAt !== null,
			offer: keeps && publishedAt !== null
		}
	};
}

/** What stands before publication, with who has said it. `says`: the reader is the one who agrees. */
export function toSteps(
	steps: readonly Step[],
	approvals: readonly ProgrammeApproval[],
	{ state, says, records }: { state: DraftState; says: boolean; records: boolean }
): ProgrammeStep[] {
	return steps.map(({ kind, by }) => {
		const found = approvals.find((approval) => approval.kind === kind);
		const now = moveDraft(steps, state, kind === 'approval' ? 'approve' : 'agree').ok;
		return {
			...{ kind, by },
			done: found ? toDone(found) : null,
			can: { do: now && says && kind === 'agreement', record: now && records }
		};
	});
}

function toDone({ name, position, onDay, paperKind, paperNumber, fileId }: ProgrammeApproval) {
	const paper = paperKind === null ? null : { kind: paperKind, number: paperNumber ?? '', fileId };
	return { name, position, on: onDay, paper };
}
