package patient

import "strings"

// direct reports a name, number or bed that belongs to the person told of.
func (v *view) direct(s *Story, c care) bool {
	for i := range s.Facts {
		f := &s.Facts[i]
		switch f.Type {
		case HealthID:
			return true
		case Bed:
			if v.near(f.From, bClinical|bMan|bWoman|bNeutral|bPatient|bRelation|bUnit, 1) {
				return true
			}
		case Name:
			if s.Renamed && c.work+c.did == 0 {
				continue
			}
			if v.placed(s, f) {
				s.Sure = max(s.Sure, leastDirect)
				return true
			}
			if v.careAround(f, c) || f.Weight >= 2 && v.all&bColleague == 0 && (s.told || v.lies(f)) {
				return true
			}
		}
	}
	return false
}

// leastDirect is how sure a passage is that names a patient by the bed, or by what is done to him.
const leastDirect = 2.5

// placed reports, of a professional's post, that the name is a patient's by its wording, by a bed right beside it, or by an
// age and a bed: "bed 9 Mr Hale", "Mrs Hale got her new hip", "Greta, 88, room 4".
func (v *view) placed(s *Story, f *Fact) bool {
	if !v.w.Professional || v.all&(bFiction|bPublished|bSimulated) != 0 {
		return false
	}
	if f.Weight > 2 {
		return true
	}
	if f.Weight == 2 && v.is(f.From, "mr", "mrs", "ms", "miss") && v.gotNew(f.To) {
		return true
	}
	for i := range s.Facts {
		if b := &s.Facts[i]; b.Type == Bed && v.t[b.From].Sentence == v.t[f.From].Sentence {
			gap := max(f.From-b.To, b.From-f.To)
			return f.Weight == 2 && gap <= 1 || gap <= 4 && s.Has(Age)
		}
	}
	return false
}

// gotNew reports "got her new hip" behind a name.
func (v *view) gotNew(i int) bool {
	for k := i; k < min(len(v.t), i+4); k++ {
		if v.is(k, "got", "gets", "getting", "had", "having") && v.is(k+1, "his", "her") {
			const part = bBody | bCase | bDevice | bClinical
			return v.has(k+2, part) || v.is(k+2, "new", "first", "last", "second") && v.has(k+3, part)
		}
	}
	return false
}

// careAround reports that the named person is the one cared for.
func (v *view) careAround(f *Fact, c care) bool {
	if f.Weight < 2 && v.all&(bPopulation|bPublished) != 0 {
		return false
	}
	if v.has(f.From-1, bColleague) || v.has(f.To, bColleague) || v.has(f.From, bHospital) {
		return false
	}
	clinical := v.near(f.From, bClinical, 1)
	acted := c.did+c.arrived+c.reports+c.measures > 0
	bodily := clinical || v.near(f.From, bBody|bVague|bOutcome, 1)
	switch t := v.d.Original[v.t[f.From].Start:v.t[f.To-1].End]; {
	case v.owns(f):
		return v.w.Professional || acted || c.units+c.work > 0
	case bodily && len(t) <= 5 && strings.ToUpper(t) == t: // initials
		return true
	case f.Weight >= 2:
		return bodily && (acted || c.units+c.work > 0) || clinical && v.w.Chat
	}
	return clinical && (acted || v.w.Chat) || acted && c.units+c.work > 0 && bodily
}

// lies reports that the named person is where patients lie: "Mrs Hargreaves in bay 2".
func (v *view) lies(f *Fact) bool {
	return v.liesAt(f.To - 1)
}

// owns reports that the body or the treatment spoken of is that of the named person: "Mr Desai's hernia", "Harold refused his tablets".
func (v *view) owns(f *Fact) bool {
	const health = bClinical | bVague | bBody
	if strings.HasSuffix(v.norm(f.To-1), "'s") && (v.has(f.To, health) || v.has(f.To+1, health)) {
		return true
	}
	for k := f.To; k < min(len(v.t), f.To+8); k++ {
		if v.is(k, "his", "her") && (v.has(k+1, health) || v.has(k+2, health) || v.has(k+3, health)) {
			return true
		}
		if v.is(k, ".", "!", "?") {
			break
		}
	}
	return false
}
