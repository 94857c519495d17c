import { dayOr, formPaper, known, type Block, type Paper } from '../documents/index.ts';
import type { Answer } from '../forms/index.ts';
import { PROGRAMME, type RegulationProfile } from '../regulations/index.ts';
import { sheetsOf, type Approval, type ProgrammeApproval, type SheetKind } from './sheets.ts';

export type PrintedApplication = {
	title: string;
	organisation: string;
	answers: Partial<Record<SheetKind, Answer>>;
	approval: ProgrammeApproval;
	/** Names of stored files by their ids. */
	files: Readonly<Record<string, string>>;
	/** Of what was handed in an unanswered field is a dash, of a draft a line to fill. */
	handedIn: boolean;
};

/** The whole application as a paper: the form, then the programme with its approvals, then the statements (R16, R160). */
export function applicationPaper(profile: RegulationProfile, printed: PrintedApplication): Paper {
	const { title, organisation, files } = printed;
	const papers = sheetsOf(profile)
		.filter(({ kind }) => kind !== 'approval' && printed.answers[kind])
		.map(({ kind, definition }) =>
			formPaper(definition, printed.answers[kind] ?? {}, {
				author: organisation,
				organisation: [organisation],
				subject: title,
				files,
				unanswered: printed.handedIn ? 'dash' : 'line',
				...annexOf(profile, kind),
				...(kind === PROGRAMME ? grifsOf(profile, printed.approval) : {})
			})
		);
	return {
		title: profile.application.title ?? title,
		author: organisation,
		orientation: papers.some(({ orientation }) => orientation === 'landscape') ? 'landscape' : 'portrait',
		blocks: papers.flatMap(({ blocks }, index): Block[] =>
			index === 0 ? blocks : [{ kind: 'newPage' }, ...blocks]
		)
	};
}

function annexOf({ application, programme_structure }: RegulationProfile, kind: SheetKind) {
	const annex =
		kind === 'application' ? application.annex : kind === PROGRAMME ? programme_structure.annex : null;
	return annex ? { annex: [annex] } : {};
}

function grifsOf(
	{ programme_structure: { approved_by, agreed_with } }: RegulationProfile,
	given: ProgrammeApproval
) {
	if (!approved_by && !agreed_with) return {};
	return {
		grifs: {
			left: agreed_with ? grif('СОГЛАСОВАНО', agreed_with, given.agreed) : null,
			right: approved_by ? grif('УТВЕРЖДАЮ', approved_by, given.approved) : null
		}
	};
}

function grif(word: 'УТВЕРЖДАЮ' | 'СОГЛАСОВАНО', by: string, given: Approval | undefined) {
	return {
		word,
		lines: [given?.position || by],
		name: known(given?.name, 'фамилия и инициалы', 22),
		day: dayOr(given?.on || null)
	};
}
