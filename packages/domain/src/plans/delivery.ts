import type { RegulationProfile } from '../regulations/index.ts';

type Delivered = Pick<RegulationProfile, 'delivery_mode'>;

/** How events may be held: what is forced alone, else what is allowed. Empty: the source is silent, any words will do. */
export function deliveriesOf({ delivery_mode: { allowed, forced } }: Delivered): string[] {
	return forced === null ? allowed : [forced];
}

export type DeliveryFault = {
	code: `plan.${'delivery_missing' | 'delivery_forced' | 'delivery_unknown'}`;
	field: 'delivery';
};

/** Why an event cannot be held so (R61); a profile that forces one way refuses every other. */
export function deliveryFaults(profile: Delivered, delivery: string): DeliveryFault[] {
	const given = delivery.trim();
	const may = deliveriesOf(profile);
	if (given === '') return [{ code: 'plan.delivery_missing', field: 'delivery' }];
	if (may.length === 0 || may.includes(given)) return [];
	const forced = profile.delivery_mode.forced !== null;
	return [{ code: forced ? 'plan.delivery_forced' : 'plan.delivery_unknown', field: 'delivery' }];
}
