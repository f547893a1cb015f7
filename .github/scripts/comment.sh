#!/usr/bin/env bash
# Keeps one comment on a pull request:
#
#   comment.sh put N TEXT       writes the comment, or rewrites the one that is there
#   comment.sh update N TEXT    rewrites it, and leaves a pull request without one alone
#
# Needs `gh`, GITHUB_REPOSITORY and GH_TOKEN.
set -euo pipefail

action=$1 number=$2 body="<!-- preview -->
$3"
# Only our own: anybody can write a comment that begins like ours.
ours='.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- preview -->"))) | .id'

there=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$number/comments" --jq "$ours")
id=${there%%$'\n'*}

if [[ -n $id ]]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --raw-field body="$body"
elif [[ $action == put ]]; then
  gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$number/comments" --raw-field body="$body"
fi
