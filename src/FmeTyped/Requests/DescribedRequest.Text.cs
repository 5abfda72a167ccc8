using System.Text;

namespace FmeTyped;

/// <content>Its text, like that of a generated record.</content>
internal partial class DescribedRequest
{
    public override string ToString()
    {
        var text = new StringBuilder().Append(Descriptor).Append(" { ");
        var values = new RequestText(text);
        Write(values);
        return text.Append(values.HasValues ? " }" : "}").ToString();
    }
}
