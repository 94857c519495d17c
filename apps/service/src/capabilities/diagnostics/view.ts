import type { DeficitCard, DeficitRow } from '@stazhirovka/contract/diagnostics';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import { isFrozen, type EffectiveRow } from '@stazhirovka/domain/diagnostics';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { EnrolmentRelation } from '../cohorts/index.ts';
import type { CardPage } from './queries.ts';

export function toCard(
	{ card, intern }: CardPage,
	rows: EffectiveRow[],
	document: ProgrammeDocument,
	as: EnrolmentRelation[]
): DeficitCard {
	const frozen = isFrozen(card);
	const [isIntern, isTutor] = [as.includes('intern'), as.includes('tutor')];
	const unsigned = (isIntern && !card.internSignedAt) || (isTutor && !card.tutorSignedAt);

	return {
		intern: { id: intern.id, fullName: fullName(intern), shortName: shortName(intern) },
		built: true,
		unanswered: card.unanswered,
		rows: rows.map((row) => toRow(row, card.evidence, document)),
		levels: document.diagnostic.scoring.levels.map(({ key, label }) => ({ key, label })),
		revision: card.revision,
		internSignedAt: card.internSignedAt?.toISOString() ?? null,
		tutorSignedAt: card.tutorSignedAt?.toISOString() ?? null,
		frozen,
		can: { sign: !frozen && unsigned, override: !frozen && isTutor, addEvidence: !frozen && isIntern }
	};
}

function toRow(row: EffectiveRow, evidence: Record<string, string>, document: ProgrammeDocument): DeficitRow {
	const deficit = document.deficits.find(({ key }) => key === row.deficit);
	const label = (level: DeficitRow['level']) =>
		document.diagnostic.scoring.levels.find(({ key }) => key === level)?.label ?? level;

	return {
		deficit: row.deficit,
		title: deficit?.title ?? row.deficit,
		text: deficit?.deficit ?? '',
		target: deficit?.target ?? '',
		knowledge: row.knowledge,
		case: row.case,
		self: row.self,
		score: row.score,
		max: row.max,
		masteryPercent: row.masteryPercent,
		level: row.level,
		levelLabel: label(row.level),
		present: row.present,
		flag: row.flag,
		evidence: evidence[row.deficit] ?? '',
		effectiveLevel: row.effectiveLevel,
		effectiveLabel: label(row.effectiveLevel),
		override: row.override
	};
}
