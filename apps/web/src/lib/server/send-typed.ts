import type { Call } from '@stazhirovka/contract/client';
import type { Endpoint, Input } from '@stazhirovka/contract/endpoint';
import type { TypedNumber } from '#lib/forms/numbers.ts';

/** A body as the contract wants it, but that where it asks for a number there stands what was typed. */
export type WithTyped<T> = T extends object
	? { [K in keyof T]: WithTyped<T[K]> }
	: number extends T
		? TypedNumber
		: T;

/**
 * Sends what was typed, though the contract has no place for words where it wants a number: so the service names the field
 * and what it wants, and the page says what was typed.
 */
export function sendTyped<E extends Endpoint>(call: Call, e: E, input: WithTyped<Input<E>>) {
	return call(e, input as Input<E>);
}
