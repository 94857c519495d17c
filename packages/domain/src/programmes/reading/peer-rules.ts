import type { ProgrammeDocument } from '../document.ts';
import { error, notUnderstood, type Finding } from '../finding.ts';
import type { PeerRules } from '../rules.ts';
import { readModeration } from './moderation.ts';
import { readPassRule, type PassRule } from './pass-rule.ts';
import { isSumOfMedians, readExclusion, readRevision } from './peer-phrases.ts';

const PLACE = 'rubric.process';

/** Peer review as data: who reviews whom, what passes, when the tutor decides (R115–R117). */
export function readPeerRules({ rubric }: ProgrammeDocument): { rules: PeerRules; findings: Finding[] } {
	const { process, criteria } = rubric;
	const findings: Finding[] = [];
	const note = (field: string, text: string) => findings.push(notUnderstood(`${PLACE}.${field}`, text));

	if (!isSumOfMedians(process.result)) note('result', process.result);
	const pass = readPassRule(process.pass_rule);
	if (!pass) note('pass_rule', process.pass_rule);
	else findings.push(...checkMaximum(pass, rubric.max));

	const moderation = readModeration(process.moderation);
	if (!moderation) note('moderation', process.moderation);

	const revision = process.revision === undefined ? null : readRevision(process.revision);
	if (revision === undefined) note('revision', process.revision ?? '');

	const exclusions = (process.exclude ?? []).map(readExclusion);
	exclusions.forEach((exclusion, n) => {
		if (!exclusion) note(`exclude.${n}`, process.exclude?.[n] ?? '');
	});

	const rules: PeerRules = {
		criteria: criteria.map((criterion) => criterion.key),
		maxPerCriterion: Math.max(0, ...(criteria[0]?.levels ?? []).map((level) => level.score)),
		reviewsPerWork: process.reviews_per_work,
		reviewsPerIntern: process.reviews_per_trainee,
		minReceived: process.min_received,
		minGiven: process.min_given,
		deadlineDays: process.deadline_days,
		excludeSameOrganisation: exclusions.includes('same_organisation'),
		passTotal: pass?.total ?? 0,
		noZeroCriterion: pass?.noZero ?? false,
		moderationSpread: moderation?.spread ?? 0,
		moderateBelowThreshold: moderation?.belowThreshold ?? false,
		revisionDays: revision ?? null
	};
	return { rules, findings };
}

function checkMaximum(pass: PassRule, max: number): Finding[] {
	const place = `${PLACE}.pass_rule`;
	return [
		...(pass.outOf === null || pass.outOf === max
			? []
			: [error(place, 'rule.disagrees', { expected: max, found: pass.outOf })]),
		...(pass.total <= max
			? []
			: [error(place, 'rubric.pass_above_maximum', { expected: max, found: pass.total })])
	];
}
