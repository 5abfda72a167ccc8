using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>A section of a form.</summary>
/// <param name="Title">Its title; empty for parameters that stand in no group.</param>
/// <param name="HasSwitch">Whether the field before the section has its title and switches it on.</param>
/// <param name="Items">What stands in it: one parameter, or the four sides of an extent.</param>
internal sealed record FormSection(string Title, bool HasSwitch, IReadOnlyList<IReadOnlyList<FmeParameterDescriptor>> Items);
