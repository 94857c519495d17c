import { error, warning } from '../../imports/index.ts';
import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';

/** What one part says is not denied by another. */
export const AGREEMENT: Check[] = [
	{
		of: ['application'],
		find: ({ application: { exists, fields } }) =>
			notDeclared(exists, { 'application.fields': fields.length > 0 })
	},
	{
		of: ['report'],
		find: ({ report: { exists, fields, deadline } }) =>
			notDeclared(exists, { 'report.fields': fields.length > 0, 'report.deadline': deadline !== null })
	},
	{
		of: ['programme_structure'],
		find: ({ programme_structure: { exists, sections, approved_by, agreed_with } }) =>
			notDeclared(exists, {
				'programme_structure.sections': sections.length > 0,
				'programme_structure.approved_by': Boolean(approved_by),
				'programme_structure.agreed_with': Boolean(agreed_with)
			})
	},
	{
		of: ['plan'],
		find: ({ plan: { approved, approved_by } }) =>
			approved === false && approved_by ? [error('plan.approved_by', 'approval.not_declared')] : []
	},
	{
		of: ['delivery_mode'],
		find: ({ delivery_mode: { allowed, forced } }) =>
			forced === null || allowed.includes(forced)
				? []
				: [error('delivery_mode.forced', 'delivery.forced_not_allowed', { found: forced })]
	},
	{
		of: ['host'],
		find: ({ host: { scope, organisation } }) =>
			scope === 'named_organisation' && !organisation
				? [warning('host.organisation', 'host.organisation_missing')]
				: []
	},
	{
		of: ['status'],
		find: ({ status: { application_window: window } }) =>
			window.kind === 'set_by_act' && !window.act
				? [warning('status.application_window.act', 'window.act_missing')]
				: []
	},
	{
		of: ['status', 'application'],
		find: ({ status: { application_window: window }, application }) =>
			window.kind !== 'none' && !application.exists
				? [warning('status.application_window.kind', 'window.without_application')]
				: []
	}
];

function notDeclared(exists: boolean, given: Record<string, boolean>): Finding[] {
	return Object.entries(given).flatMap(([place, is]) =>
		is && !exists ? [error(place, 'part.not_declared')] : []
	);
}
