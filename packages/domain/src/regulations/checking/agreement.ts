import { error, warning } from '../../imports/index.ts';
import type { Finding } from '../finding.ts';
import type { RegulationProfile } from '../profile.ts';

type Check = (profile: RegulationProfile) => Finding[];

/** What one part says is not denied by another. */
export function checkAgreement(profile: RegulationProfile): Finding[] {
	return CHECKS.flatMap((check) => check(profile));
}

const CHECKS: Check[] = [
	({ application: { exists, fields } }) => notDeclared(exists, { 'application.fields': fields.length > 0 }),
	({ report: { exists, fields, deadline } }) =>
		notDeclared(exists, { 'report.fields': fields.length > 0, 'report.deadline': deadline !== null }),
	({ programme_structure: { exists, sections, approved_by, agreed_with } }) =>
		notDeclared(exists, {
			'programme_structure.sections': sections.length > 0,
			'programme_structure.approved_by': Boolean(approved_by),
			'programme_structure.agreed_with': Boolean(agreed_with)
		}),
	({ plan: { approved, approved_by } }) =>
		approved === false && approved_by ? [error('plan.approved_by', 'approval.not_declared')] : [],
	({ delivery_mode: { allowed, forced } }) =>
		forced === null || allowed.includes(forced)
			? []
			: [error('delivery_mode.forced', 'delivery.forced_not_allowed', { found: forced })],
	({ host: { scope, organisation } }) =>
		scope === 'named_organisation' && !organisation
			? [warning('host.organisation', 'host.organisation_missing')]
			: [],
	({ status: { application_window: window } }) =>
		window.kind === 'set_by_act' && !window.act
			? [warning('status.application_window.act', 'window.act_missing')]
			: [],
	({ status: { application_window: window }, application }) =>
		window.kind !== 'none' && !application.exists
			? [warning('status.application_window.kind', 'window.without_application')]
			: []
];

function notDeclared(exists: boolean, given: Record<string, boolean>): Finding[] {
	return Object.entries(given).flatMap(([place, is]) =>
		is && !exists ? [error(place, 'part.not_declared')] : []
	);
}
