import type { RequestEvent } from '@sveltejs/kit';
import { loadMeeting, meetingActions } from '#lib/councils/server/meeting-page.ts';

export const load = (event) => loadMeeting(event, event.params.meeting);

export const actions = meetingActions<RequestEvent<{ id: string; meeting: string }>>(
	({ params }) => params.meeting
);
