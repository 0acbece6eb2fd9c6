import { read } from '#db/client.ts'
import { isErasedQuery } from '#db/erasure.ts'
import { isUuid } from '#domain/learning/uuid.ts'

/** Whether a device that sends in somebody's name holds what is left of somebody who was erased. @param id as it was sent */
export const wasErased = async (id: string | null): Promise<boolean> =>
  id !== null && isUuid(id) && (await read(isErasedQuery(id)))
