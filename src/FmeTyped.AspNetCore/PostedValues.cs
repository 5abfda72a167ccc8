using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.AspNetCore;

/// <summary>The values that a caller posted.</summary>
/// <param name="Reader">Reads them.</param>
/// <param name="Errors">What the caller may not send.</param>
internal sealed record PostedValues(FmeParameterReader Reader, IReadOnlyList<FmeValidationError> Errors);
