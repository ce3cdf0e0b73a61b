import { Arg, Field, ObjectType } from 'type-graphql';
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

/** Gives a field a language as its argument. */
export function InLanguage(): PropertyDecorator {
  const description = '`zh-CN` or `en`, else BAD_USER_INPUT; the language of the request when not given.';
  return (prototype, field) => Arg('language', () => String, { nullable: true, description })(prototype, field, 0);
}
