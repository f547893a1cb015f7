#!/usr/bin/env bash
# Takes the previews of closed pull requests off the site.
#
# preview-end.yml does so at the close, but GitHub runs it for no pull request that has conflicts.
# Needs `gh`, GITHUB_REPOSITORY and GH_TOKEN, and what pages.sh needs.
set -euo pipefail

pages=$(dirname "${BASH_SOURCE[0]}")/pages.sh

# In this order: what is open when the previews are listed is still there in the second list.
previews=$("$pages" previews)
open=$(gh api --paginate "repos/$GITHUB_REPOSITORY/pulls?state=open&per_page=100" --jq '.[].number')

for number in $previews; do
  grep --quiet --line-regexp "$number" <<<"$open" || "$pages" remove "$number"
done
