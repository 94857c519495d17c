import { afterNavigate } from '$app/navigation';

/**
 * Says where the focus goes in a room: the framework gives it to the page when that has come, so it is moved after that.
 * `chosen`: the person has picked the room, not a message of it, inside the app.
 */
export function afterArrival(move: (chosen: boolean) => void): void {
	let fresh = true;
	afterNavigate(({ type }) => {
		const chosen = fresh && type !== 'enter' && !/^#m-/.test(location.hash);
		fresh = false;
		setTimeout(() => move(chosen));
	});
}
