"""The register: persons and organisations over the whole corpus."""
