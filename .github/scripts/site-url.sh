#!/usr/bin/env bash
# Prints the address that the site will have on GitHub Pages, with a slash at the end.
#
# SITE_ADDRESS, the repository's variable SITE_URL, wins (a domain of one's own); otherwise it
# follows from GITHUB_REPOSITORY (owner/name). With PREVIEW, the number of a pull request, it is the
# address of that preview.
set -euo pipefail

repository=$(tr '[:upper:]' '[:lower:]' <<<"${GITHUB_REPOSITORY:?}")
owner=${repository%%/*} name=${GITHUB_REPOSITORY#*/}

if [[ -n ${SITE_ADDRESS:-} ]]; then
  address=${SITE_ADDRESS%/}/
elif [[ ${repository#*/} == "$owner.github.io" ]]; then
  address=https://$owner.github.io/
else
  address=https://$owner.github.io/$name/
fi

echo "$address${PREVIEW:+pr-$PREVIEW/}"
