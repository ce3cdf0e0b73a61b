import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { createEvidenceUpload } from '../commands/evidence-upload.js';
import type { CreateEvidenceUpload } from '../domain/evidence-file.js';
import { globalIdOf } from '../reads/global-id.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { decodeIds } from './decode-ids.js';
import { EvidenceType } from './evidence.js';
import { GraphQLDateTime, GraphQLSafeInt } from './scalars.js';

@InputType({ description: 'Announces a file of evidence.' })
class CreateEvidenceUploadInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The case that it is evidence for; null for one that you are about to file.',
  })
  caseId?: string | null;

  @Field(() => EvidenceType, {
    nullable: true,
    description: 'What it becomes when a case is filed with it; OTHER when not given. submitEvidence says its own.',
  })
  type?: string | null;

  @Field(() => String, { description: 'Without a path; 1 to 255 characters.' })
  fileName!: string;

  @Field(() => String, {
    description:
      'application/pdf, image/jpeg, image/png, image/webp, video/mp4 or text/plain (UTF-8); the bytes must say the same.',
  })
  contentType!: string;

  @Field(() => GraphQLSafeInt, { description: 'From 1 to `maxBytes`, 20 MiB unless configured otherwise.' })
  sizeBytes!: number;

  @Field(() => String, { description: 'sha256 of the bytes, 64 hexadecimal digits.' })
  sha256!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the case that you saw: another one is VERSION_CONFLICT. Only with `caseId`.',
  })
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Your own key, 1 to 200 characters: a repeat makes nothing and answers as the first did.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'A header of a request.' })
class UploadHeader {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@ObjectType({ description: 'Where and how to send the bytes.' })
class CreateEvidenceUploadPayload {
  @Field(() => ID, { description: 'Names the upload in submitEvidence or submitCase, within 24 hours.' })
  uploadId!: string;

  @Field(() => String, {
    description:
      'Nobody can guess it, and whoever has it may send these very bytes, once, without a token. 201 says that they are kept; `schema/error-codes.md` tells the refusals.',
  })
  url!: string;

  @Field(() => String, { description: 'PUT.' })
  method!: string;

  @Field(() => [UploadHeader], { description: 'To be sent with the bytes.' })
  headers!: UploadHeader[];

  @Field(() => GraphQLDateTime, { description: 'Until when the bytes may begin to arrive.' })
  expiresAt!: string;

  @Field(() => GraphQLSafeInt, { description: 'The largest file there may be.' })
  maxBytes!: number;
}

@Resolver()
export class EvidenceUploadResolver {
  @Mutation(() => CreateEvidenceUploadPayload, {
    description:
      'Gives a one-time address for the bytes of a file, in a case or for one that is about to be filed. What has not become evidence after 24 hours vanishes; a person has at most 20 such uploads, more are RATE_LIMITED.',
  })
  async createEvidenceUpload(
    @Arg('input', () => CreateEvidenceUploadInput) given: object,
    @Ctx() context: Context,
  ): Promise<CreateEvidenceUploadPayload> {
    const { services, origin } = context;
    const { expectedVersion, idempotencyKey, ...input } = decodeIds(given, 'input') as CreateEvidenceUpload & {
      expectedVersion?: number | null;
      idempotencyKey?: string | null;
    };
    const maxBytes = services.maxUploadBytes;
    const request = { expectedVersion, idempotencyKey, maxBytes, input };
    const { uploadId, expiresAt } = await createEvidenceUpload(services, viewerOf(context), request);
    return {
      uploadId: globalIdOf('upload', uploadId),
      url: origin + services.addresses.pathOf(uploadId),
      method: 'PUT',
      headers: [{ name: 'content-type', value: input.contentType }],
      expiresAt,
      maxBytes,
    };
  }
}
