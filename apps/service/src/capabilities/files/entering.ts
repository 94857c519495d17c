import type { FilePlace } from '@stazhirovka/contract/files';
import type { Ctx } from '../../shell/context.ts';
import { fail } from '../../shell/errors.ts';
import { enterRoom } from '../chat/index.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { enterAct, enterApplication } from '../sites/index.ts';
import { enterToWork } from '../staff/index.ts';

/** Nobody puts a file where he could not read it. */
export async function enterPlace(ctx: Ctx, place: FilePlace): Promise<void> {
	const { db, actor } = ctx;
	const { enrolmentId, roomId, actId, applicationId, siteId } = place;
	const named = Object.values(place).filter((id) => id !== undefined);
	if (named.length > 1) fail('faulty', 'file.two_places');
	if (enrolmentId) await enterEnrolment(db, actor, enrolmentId, 'intern', 'tutor');
	if (roomId) await enterRoom(db, actor, roomId);
	if (actId) await enterAct(db, actor, actId);
	if (applicationId) await enterApplication(db, ctx, applicationId, 'author');
	if (siteId) await enterToWork(db, ctx, siteId, ['leader', 'staff']);
}
