import type { RegulationProfile } from '../regulations/index.ts';

/** The days, both included, on which applications are taken; opened by an act (R12). */
export type ApplicationWindow = { opensOn: string; closesOn: string };

/** Whether an application may be handed in today. Only a profile that lets an act set the window has any. */
export function mayHandIn(
	{ application, status }: Pick<RegulationProfile, 'application' | 'status'>,
	windows: readonly ApplicationWindow[],
	today: string
): boolean {
	if (!application.exists) return false;
	if (status.application_window.kind !== 'set_by_act') return true;
	return windows.some(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn);
}
