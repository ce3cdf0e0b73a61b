import { Field, ObjectType } from 'type-graphql';
import { GraphQLDateTime } from './scalars.js';

@ObjectType({
  description: `Everything of a case that you may see, to read, print and keep: as a page and as JSON. Both are addresses of this server, work without a
token until \`expiresAt\`, and show the case as it stands when they are opened, with the rights that you have then.`,
})
export class CaseFile {
  @Field(() => String, { description: 'One HTML page that needs nothing else.' })
  url!: string;

  @Field(() => String, {
    description:
      'The same as JSON, with the log and the salts of its digests: `schema/examples/verify-case-file.js` checks it offline.',
  })
  jsonUrl!: string;

  @Field(() => GraphQLDateTime, { description: 'Until when both work.' })
  expiresAt!: string;
}
