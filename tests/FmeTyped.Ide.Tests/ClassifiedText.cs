namespace FmeTyped.Ide.Tests;

/// <summary>A piece of a line as an editor colors it.</summary>
/// <param name="Column">Where it begins, from 0.</param>
/// <param name="Text">The text.</param>
/// <param name="Kind">The editor's name for what it is, such as <c>keyword</c> or <c>enum name</c>.</param>
internal readonly record struct ClassifiedText(int Column, string Text, string Kind);
