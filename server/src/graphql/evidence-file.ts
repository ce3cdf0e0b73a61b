import { Field, ObjectType } from 'type-graphql';
import { GraphQLDateTime, GraphQLSafeInt } from './scalars.js';

@ObjectType({ description: 'The file of a piece of evidence; whoever reads the piece may fetch it.' })
export class EvidenceFile {
  @Field(() => String, { description: 'Exactly as its submitter named it; empty once erased.' })
  name!: string;

  @Field(() => String, {
    description:
      'What its bytes are: application/pdf, image/jpeg, image/png, image/webp, video/mp4 or text/plain (UTF-8).',
  })
  contentType!: string;

  @Field(() => GraphQLSafeInt, { description: 'Its length in bytes.' })
  sizeBytes!: number;

  @Field(() => String, { description: 'sha256 of its bytes, 64 hexadecimal digits; the log holds the same.' })
  sha256!: string;

  @Field(() => String, {
    description:
      'Where you fetch it by GET without a token, for some minutes; it speaks for you, so keep it to yourself. Your right to see it is judged again then: 404 once it has ended.',
  })
  url!: string;

  @Field(() => GraphQLDateTime, { description: 'Until when that address is good.' })
  urlExpiresAt!: string;
}
