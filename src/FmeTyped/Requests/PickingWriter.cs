namespace FmeTyped;

/// <summary>Ignores all values of a request. A derived class overrides the methods for the values that it needs.</summary>
internal abstract class PickingWriter : FmeParameterWriter
{
    private protected override void Unset(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Blank(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
    }

    private protected override void Option(FmeParameterDescriptor parameter, int number)
    {
    }

    private protected override void BeginList(FmeParameterDescriptor parameter, int count)
    {
    }

    private protected override void Item(FmeParameterDescriptor parameter, string value)
    {
    }

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number)
    {
    }

    private protected override void EndList(FmeParameterDescriptor parameter)
    {
    }

    // An overridden parameter was not checked, so its value may not even have a text.
    private protected override void Float(FmeParameterDescriptor parameter, double value)
    {
    }

    private protected override void Geometry(FmeParameterDescriptor parameter, FmeGeometry value)
    {
    }
}
