#!/usr/bin/env bash
# TOKEN=… PICTURE=voucher.png KEY=order-1 ./file-a-case.sh [http://localhost:4000]: files a case with a PNG as evidence, with nothing but curl.
set -euo pipefail
url=${1:-http://localhost:4000}
picture=${PICTURE:-voucher.png}
[ -r "$picture" ] || { echo "no picture to send: PICTURE=$picture" >&2; exit 1; }

ask() { curl -sS --fail-with-body "$url/graphql" -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" --data-binary @-; }
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

# 1. Announce the file: its size and digest are checked when the bytes come.
announced=$(ask <<JSON
{ "query": "mutation (\$input: CreateEvidenceUploadInput!) { createEvidenceUpload(input: \$input) { uploadId url } }",
  "variables": { "input": { "fileName": "$(basename "$picture")", "contentType": "image/png",
    "sizeBytes": $(($(wc -c < "$picture"))), "sha256": "$(sha256sum < "$picture" | cut -c1-64)" } } }
JSON
)
# 2. Bring the bytes to the address in the answer: it is good once, for an hour, without a token.
curl -sS --fail-with-body -X PUT "$(field url <<< "$announced")" -H 'content-type: image/png' --data-binary "@$picture" > /dev/null

# 3. File the case with it. The key keeps a repeat from filing twice: it is refused, for it announced a file of its own; another case takes another key.
ask <<JSON
{ "query": "mutation (\$input: SubmitCaseInput!) { submitCase(input: \$input) { case { id number stage nextDue { clock dueOn } evidence(first: 5) { nodes { title file { name sha256 } } } } eventCursor } }",
  "variables": { "input": { "idempotencyKey": "${KEY:-order-20261126}", "type": "TRADE_DISPUTE", "reason": "NOT_AS_DESCRIBED", "channel": "WEB", "truthDeclared": true,
    "description": "收到的商品与页面描述不符,颜色和材质都不对。", "requestedRemedy": "退还部分货款",
    "disputedAmount": { "amountMinor": 29900, "currency": "CNY" }, "evidenceUploadIds": ["$(field uploadId <<< "$announced")"] } } }
JSON
